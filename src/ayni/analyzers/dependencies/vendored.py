# SPDX-FileCopyrightText: 2026 The Ayni contributors
# SPDX-License-Identifier: EUPL-1.2
"""Other people's code that was copied into the repository: its folders, and libraries bundled as single files."""

import re
from typing import Final

from ayni.analyzers.path_kinds import extension, is_example, is_test, names
from ayni.analyzers.tree import Tree, TreeEntry

MAX_LISTED: Final = 200

_FOLDER: Final = re.compile(
    r"(?:^|.*?/)(?:vendors?|vendored|node_modules|third[-_]?party|3rd[-_]?party|bower_components|jspm_packages"
    r"|godeps/_workspace|carthage/checkouts|pods|site-packages|\.yarn/cache|web_modules)(?=/)"
)
_CODE: Final = frozenset(
    names(
        "py js mjs cjs ts jsx tsx css scss less go rs java kt scala php rb cs c h cc cpp hpp m mm swift"
        " ex erl dart r pl lua jar dll so whl zip tgz gz nupkg gem"
    )
)
_BUNDLED: Final = re.compile(
    r"""(?x)
    (?: jquery | bootstrap | angular | react | react-dom | vue | d3 | leaflet | moment | lodash | underscore | popper
      | select2 | datatables | font-?awesome | chart(?:js)? | highcharts | ckeditor | tinymce | tiny_mce | handlebars
      | require | modernizr | html5shiv | respond | backbone | ember | swagger-ui | mathjax | codemirror | ace | axios
      | plotly | sweetalert2? | toastr | dropzone | fullcalendar | ol | openlayers | proj4 | three | summernote
      | mustache | knockout | prototype | mootools | dojo | ext-all | raphael | morris | flot | slick | swiper
      | owl\.carousel | numeral | papaparse | xlsx | jszip | pdfmake | filesaver | html2canvas | jspdf | cropper
      | clipboard | hammer | velocity | gsap | anime | particles | alpine | htmx | stimulus | turbolinks | zepto
      | polyfill | es5-shim | bluebird | rx | immutable | redux | ramda | async | socket\.io | sockjs | stomp
      | crypto-js | forge | jquery-ui | jquery-migrate | semantic | foundation | materialize | bulma | normalize
      | animate | select-?picker
    )
    (?: (?:[.-][a-z]+){0,4}[.-]v?\d+(?:\.\d+)+[\w.-]*
      | (?:[.-](?:bundle|full|slim|all|core|production|umd|esm|global|ui|datatables?)){0,4}[.-]min )
    \.(?:js|css) | tiny_mce\.js | jquery(?:-ui)?\.js
    """
)
_MINIFIED: Final = re.compile(r"(.+)[.-]min\.(js|css)")


def vendored_code(tree: Tree) -> list[str]:
    """The topmost folders of other people's code, and the paths of libraries that are bundled as one file.

    A minified file beside its source is a build of the project's own, unless it has a known library's name.
    """
    found: dict[str, None] = {}
    for entry in tree.files:
        lower = entry.path.lower()
        match = _FOLDER.match(lower)
        if match is not None:
            if extension(entry.name) in _CODE:
                found[entry.path[: match.end()]] = None
        elif lower.endswith((".js", ".css")) and not is_test(entry.path) and _is_bundled(entry, tree):
            found[entry.path] = None
    topmost = [path for path in found if not is_test(f"{path}/") and not is_example(f"{path}/")]
    return topmost[:MAX_LISTED]


def _is_bundled(entry: TreeEntry, tree: Tree) -> bool:
    name = entry.name.lower()
    if _BUNDLED.fullmatch(name):
        return True
    match = _MINIFIED.fullmatch(entry.name)
    if match is None or is_example(entry.path):
        return False
    stem, kind = match.groups()
    source = f"{entry.folder}/{stem}.{kind}".lstrip("/")
    built = re.search(r"(?:^|/)(?:dist|build|out|public/build|min)(?:/|$)", entry.folder) is not None
    return source not in tree.by_path and not built
