"""Any picture's colours as 8-bit sRGB, with transparency where there is some."""

import io
from typing import cast

from PIL import Image, ImageCms

_SIXTEEN_BIT = ("I;16", "I;16L", "I;16B", "I;16N")


def in_srgb(image: Image.Image, *, profile: bytes | None) -> Image.Image:
    """The picture in mode RGB or RGBA, its ICC colour profile applied; `info` is left behind."""
    flat = _eight_bit(image)
    if profile:
        flat = _converted(flat, profile=profile)
    wanted = "RGBA" if flat.has_transparency_data else "RGB"
    if flat.mode != wanted:
        flat = flat.convert(wanted)
    clean = flat.copy() if flat is image else flat
    clean.info = {}
    return clean


def without_hidden_colours(image: Image.Image) -> Image.Image:
    """The picture with nothing beneath its fully transparent parts, where editors keep what was rubbed out."""
    if image.mode != "RGBA":
        return image
    alpha = image.getchannel("A")
    lowest, _ = _extremes(alpha)
    if lowest == 255:
        return image.convert("RGB")
    visible = alpha.point(lambda value: 255 if value else 0)
    return Image.composite(image, Image.new("RGBA", image.size, (0, 0, 0, 0)), visible)


def _eight_bit(image: Image.Image) -> Image.Image:
    if image.mode in _SIXTEEN_BIT:
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode == "I":
        _, highest = _extremes(image)
        return image.point(lambda value: value / 256).convert("L") if highest > 255 else image.convert("L")
    if image.mode == "F":
        lowest, highest = _extremes(image)
        spread = (highest - lowest) or 1.0
        return image.point(lambda value: value * (255 / spread) - lowest * 255 / spread).convert("L")
    if image.mode == "P":
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image


def _converted(image: Image.Image, *, profile: bytes) -> Image.Image:
    alpha = image.getchannel("A") if image.mode in {"RGBA", "LA"} else None
    opaque = (
        image.convert("RGB") if image.mode == "RGBA" else image.convert("L") if image.mode == "LA" else image
    )
    try:
        converted = ImageCms.profileToProfile(
            opaque,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        # A profile that does not fit its picture is worth less than none.
        return image
    if converted is None:
        return image
    if alpha:
        converted.putalpha(alpha)
    return converted


def _extremes(image: Image.Image) -> tuple[float, float]:
    return cast("tuple[float, float]", image.getextrema())
