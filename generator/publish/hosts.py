"""One table of headers, written in each host's own way."""

import json
from typing import Final

from generator.publish.layout import is_blob

_POLICY: Final = (
    ("default-src", "'none'"),
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("style-src", "'self'"),
    ("img-src", "'self' blob: data:"),
    ("media-src", "'self' blob:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("worker-src", "'self'"),
    ("frame-src", "'self' blob:"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
    ("require-trusted-types-for", "'script'"),
    ("trusted-types", "kinfolio"),
    ("frame-ancestors", "'none'"),
)
CONTENT_SECURITY_POLICY: Final = "; ".join(f"{directive} {sources}" for directive, sources in _POLICY)
"""The shell says the same in its page, for hosts without headers, but for `frame-ancestors`, which only a header can."""

HEADERS: Final = (
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Robots-Tag", "noindex, nofollow, noarchive"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
"""For every file. No Strict-Transport-Security: it binds a whole domain, which is the school's to decide."""

ASK_EVERY_TIME: Final = "no-cache"
NEVER_CHANGES: Final = "public, max-age=31536000, immutable"
"""For files whose name changes with their content."""

TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
}
ANY_OTHER_TYPE: Final = "application/octet-stream"


def caching_of(path: str) -> str:
    """The Cache-Control of a file by its path in the deployment."""
    return NEVER_CHANGES if is_blob(path) or path.startswith("theme/") else ASK_EVERY_TIME


def host_files() -> dict[str, bytes]:
    """The hosts' own files by path; every host ignores the others'."""
    texts = {
        "_headers": netlify_and_cloudflare(),
        ".htaccess": apache(),
        "staticwebapp.config.json": azure(),
    }
    return {path: text.encode() for path, text in texts.items()}


def netlify_and_cloudflare() -> str:
    """Both read `_headers`, and join the values of a header that two rules set; so what asks every time is left to them."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS)]
    for pattern in ("/:site/d/*", "/theme/*"):
        lines += [pattern, f"  Cache-Control: {NEVER_CHANGES}"]
    return "\n".join(lines) + "\n"


def apache() -> str:
    """An `.htaccess`; it needs `AllowOverride FileInfo Indexes Options`, which shared hosts give."""
    lines = ["Options -Indexes", "DirectoryIndex index.html", "AddDefaultCharset off"]
    lines += [f"AddType '{kind}' {ending}" for ending, kind in TYPES.items()]
    lines += [
        '<FilesMatch "^(slots|m[0-9]+|[a-z2-7]{26})$">',
        f"  ForceType {ANY_OTHER_TYPE}",
        "</FilesMatch>",
        "<IfModule mod_headers.c>",
        *(f'  Header always set {name} "{value}"' for name, value in HEADERS),
        f'  Header set Cache-Control "{ASK_EVERY_TIME}"',
        '  <If "%{REQUEST_URI} =~ m#/([a-z2-7]{16}/d/[a-z2-7]{26}|theme/.+)$#">',
        f'    Header set Cache-Control "{NEVER_CHANGES}"',
        "  </If>",
        "</IfModule>",
    ]
    return "\n".join(lines) + "\n"


def azure() -> str:
    """A `staticwebapp.config.json`. Its patterns end at the first star, so that blobs are asked for every time."""
    settings = {
        "globalHeaders": {**dict(HEADERS), "Cache-Control": ASK_EVERY_TIME},
        "routes": [{"route": "/theme/*", "headers": {"Cache-Control": NEVER_CHANGES}}],
        "responseOverrides": {"404": {"rewrite": "/404.html", "statusCode": 404}},
        "mimeTypes": {ending: kind.partition(";")[0] for ending, kind in TYPES.items()},
    }
    return json.dumps(settings, indent=2) + "\n"


def cloudfront() -> str:
    """The configuration of a response headers policy, for `aws cloudfront`. Not published: it is the account's.

    CloudFront takes the headers it knows as settings of their own, and refuses them among the others. How long files
    are kept is said where they are put, for a policy is the same for all files.
    """
    own = {"Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options"}
    others = [
        {"Header": name, "Value": value, "Override": True} for name, value in HEADERS if name not in own
    ]
    settings = {
        "Name": "kinfolio",
        "SecurityHeadersConfig": {
            "ContentSecurityPolicy": {"Override": True, "ContentSecurityPolicy": CONTENT_SECURITY_POLICY},
            "ReferrerPolicy": {"Override": True, "ReferrerPolicy": dict(HEADERS)["Referrer-Policy"]},
            "ContentTypeOptions": {"Override": True},
        },
        "CustomHeadersConfig": {"Quantity": len(others), "Items": others},
    }
    return json.dumps(settings, indent=2) + "\n"


def nginx(*, server_name: str, root: str) -> str:
    """A file for `/etc/nginx/conf.d/`. Not published: it says where things lie on the server.

    All headers stand in one place, because a `location` with a header of its own would lose those of its server.
    """
    lines = [
        "map $uri $kinfolio_caching {",
        f'  default "{ASK_EVERY_TIME}";',
        f'  "~^/([a-z2-7]{{16}}/d/[a-z2-7]{{26}}|theme/.+)$" "{NEVER_CHANGES}";',
        "}",
        "server {",
        "  listen 80;",
        f"  server_name {server_name};",
        f"  root {root};",
        "  index index.html;",
        "  autoindex off;",
        "  server_tokens off;",
        "  charset utf-8;",
        "  charset_types text/html text/css text/javascript text/plain;",
        "  types {",
        *(f"    {kind.partition(';')[0]} {ending[1:]};" for ending, kind in TYPES.items()),
        "  }",
        f"  default_type {ANY_OTHER_TYPE};",
        "  error_page 404 /404.html;",
        *(f'  add_header {name} "{value}" always;' for name, value in HEADERS),
        "  add_header Cache-Control $kinfolio_caching always;",
        "  location ~ /\\.(?!well-known/) { return 404; }",
        "}",
    ]
    return "\n".join(lines) + "\n"
