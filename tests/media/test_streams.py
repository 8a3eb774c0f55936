import pytest

from generator.media.streams import Stream, parse

PHONE = """Input #0, mov,mp4,m4a,3gp,3g2,mj2, from 'file:clip.mov':
  Metadata:
    major_brand     : qt
    title           : first line
                    : Stream #0:9: Video: fake, yuv420p, 9x9
    com.apple.quicktime.location.ISO6709: +49.2827-123.1207/
  Duration: 01:02:03.45, start: 0.000000, bitrate: 8012 kb/s
  Chapters:
    Chapter #0:0: start 0.000000, end 1.000000
      Metadata:
        title           : Hall
  Stream #0:0[0x1](und): Video: hevc (Main 10) (hvc1 / 0x31637668), yuv420p10le(tv, bt2020nc/bt2020/arib-std-b67), 1920x1080, 7800 kb/s, 30 fps (default)
    Metadata:
      handler_name    : Core Media Video
    Side data:
      displaymatrix: rotation of -90.00 degrees
  Stream #0:1[0x2](und): Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, stereo, fltp, 180 kb/s (default)
  Stream #0:2[0x3](und): Data: none (mebx / 0x7862656D), 0 kb/s (default)
At least one output file must be specified
"""


def test_a_description_becomes_a_record() -> None:
    streams = parse(PHONE)

    assert streams.video == Stream(
        codec="hevc", bit_rate=7800, pixel_format="yuv420p10le", width=1920, height=1080
    )
    assert streams.audio == Stream(codec="aac", bit_rate=180)
    assert streams.seconds == pytest.approx(3723.45)
    assert streams.bit_rate == 8012
    assert streams.others == 1


def test_every_word_that_came_with_the_file_is_a_tag() -> None:
    tags = dict(reversed(parse(PHONE).tags))

    assert tags["com.apple.quicktime.location.iso6709"] == "+49.2827-123.1207/"
    assert tags["handler_name"] == "Core Media Video"
    assert {"first line", "Hall"} <= {value for key, value in parse(PHONE).tags if key == "title"}
    assert "duration" not in tags
    assert not any("rotation" in value for value in tags.values())


def test_a_cover_is_no_film() -> None:
    streams = parse(
        "Input #0, mp3, from 'file:a.mp3':\n  Duration: N/A, bitrate: N/A\n"
        "  Stream #0:0: Audio: mp3, 44100 Hz, mono, fltp, 64 kb/s\n"
        "  Stream #0:1: Video: png, rgb24(pc), 64x64, 90k tbr (attached pic)\n"
    )

    assert streams.video is None
    assert streams.seconds is None
    assert streams.bit_rate == 0
