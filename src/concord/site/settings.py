"""The settings. Each that the surroundings may set is described in docs/reference/settings.md."""

import logging
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env

from concord.site import logs
from concord.site.database import database
from concord.site.mail import mail
from concord.site.secret import secret_key

env = Env()

_SOURCE = Path(__file__).resolve().parent.parent
_PAGES = _SOURCE / "web"
_VAR = Path(env.str("CONCORD_VAR", default="") or _SOURCE.parent.parent / "var").absolute()

# Where people reach it

CONCORD_URL = env.str("CONCORD_URL", default="http://localhost:8000").rstrip("/")
_ADDRESS = urlsplit(CONCORD_URL)
_ENCRYPTED = _ADDRESS.scheme == "https"
_THIS_MACHINE = ["localhost", "127.0.0.1", "[::1]"]

if _ADDRESS.scheme not in {"http", "https"} or not _ADDRESS.hostname:
    raise ImproperlyConfigured("CONCORD_URL is not an address. Hint: https://concord.example.org")

ALLOWED_HOSTS = [_ADDRESS.hostname, *env.list("CONCORD_HOSTS", default=[])]
if not _ENCRYPTED:
    ALLOWED_HOSTS += _THIS_MACHINE
CSRF_TRUSTED_ORIGINS = [CONCORD_URL]

# Example authorities, whose people everybody can sign in as: never where it is reached encrypted,
# unless somebody asks for them.
CONCORD_EXAMPLES = env.bool("CONCORD_EXAMPLES", default=not _ENCRYPTED)

# What it is made of

DEBUG = env.bool("CONCORD_DEBUG", default=False)
if DEBUG and _ENCRYPTED:
    raise ImproperlyConfigured(
        "CONCORD_DEBUG shows records to whoever makes a page fail: for your own machine only."
        " Hint: take CONCORD_DEBUG away, or set CONCORD_URL to http://localhost:8000"
    )

INSTALLED_APPS = [
    "concord.site",
    "concord.records",
    "concord.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
]

# No uploaded file is written to a disk, and there is no form with more than one.
FILE_UPLOAD_HANDLERS = ["concord.web.uploads.SmallFiles"]
DATA_UPLOAD_MAX_NUMBER_FILES = 1

ROOT_URLCONF = "concord.site.urls"
WSGI_APPLICATION = "concord.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [_PAGES / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "concord.web.jinja.environment"},
    }
]

# Records

DATABASES = {
    "default": database(
        env.str("DATABASE_URL", default=""),
        folder=_VAR,
        connections=env.int("CONCORD_DATABASE_CONNECTIONS", default=10),
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People

AUTH_USER_MODEL = "records.Person"
LOGIN_URL = "/sign-in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/sign-in"

_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
]

_HOUR = 60 * 60
SESSION_COOKIE_AGE = 10 * _HOUR  # a working day with its evening
SESSION_COOKIE_NAME = "__Host-concord-session" if _ENCRYPTED else "concord-session"
SESSION_COOKIE_SECURE = _ENCRYPTED
SESSION_COOKIE_SAMESITE = "Lax"  # Strict would ask for a sign-in after every link in a mail
CSRF_COOKIE_NAME = "__Host-concord-form" if _ENCRYPTED else "concord-form"
CSRF_COOKIE_SECURE = _ENCRYPTED
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "concord.web.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # never in a cookie

# Secrets and headers

SECRET_KEY = env.str("CONCORD_SECRET_KEY", default="") or secret_key(_VAR)

SECURE_HSTS_SECONDS = 365 * 24 * _HOUR if _ENCRYPTED else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if env.bool("CONCORD_BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

PERMISSIONS_POLICY: dict[str, list[str]] = {
    "accelerometer": [],
    "browsing-topics": [],
    "camera": [],
    "display-capture": [],
    "geolocation": [],
    "gyroscope": [],
    "magnetometer": [],
    "microphone": [],
    "midi": [],
    "payment": [],
    "usb": [],
}

# Static files

STATIC_URL = "/static/"
STATIC_ROOT = _VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Mail

_MAIL = mail(env.str("CONCORD_EMAIL_URL", default=""), folder=_VAR / "mail")
EMAIL_BACKEND = _MAIL.backend
EMAIL_FILE_PATH = _MAIL.folder
EMAIL_HOST = _MAIL.host
EMAIL_PORT = _MAIL.port
EMAIL_HOST_USER = _MAIL.user
EMAIL_HOST_PASSWORD = _MAIL.password
EMAIL_USE_TLS = _MAIL.tls
EMAIL_USE_SSL = _MAIL.ssl
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("CONCORD_EMAIL_FROM", default="Concord <concord@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Language and time

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

# Log lines

LOGGING_CONFIG = "concord.site.logs.configure"
LOGGING = logs.settings(
    level=env.str("CONCORD_LOG_LEVEL", default="INFO").upper(),
    as_json=env.bool("CONCORD_LOG_JSON", default=False),
)
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_STATUS_START_LOG_LEVEL = logging.DEBUG
DJANGO_STRUCTLOG_STATUS_4XX_LOG_LEVEL = logging.INFO
