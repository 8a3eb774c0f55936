"""A student leads the conference where there is no network: everything is there from the first step to the plan."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import Reader, reader_at, until
from tests.browser.walking import go_to
from tests.schools.example import ExampleSchool

pytestmark = pytest.mark.browser

_ALL_PICTURES = """() => {
  const pictures = [...document.querySelectorAll(".agenda img")];
  return pictures.length > 0 && pictures.every((one) => !one.hasAttribute("data-waiting") && one.complete && one.naturalWidth > 0);
}"""


@pytest.fixture
def reader(browser: Browser, example_school: ExampleSchool) -> Iterator[Reader]:
    with reader_at(browser, example_school, viewport={"width": 1280, "height": 800}) as reader:
        yield reader


def test_a_conference_is_led_without_a_network_and_ends_in_a_plan(reader: Reader) -> None:
    reader.unlock("asha-gill", words=reader.school.words["harpreet-gill"])
    go_to(reader.page, "conference")
    until(reader.page, _ALL_PICTURES)
    asked: list[str] = []
    reader.context.set_offline(True)
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.page.get_by_role("button", name="Begin").click()
    steps = 1
    while (following := reader.page.locator("[data-here] [data-tour-step]").last).inner_text() == "Next":
        assert reader.page.locator(".agenda > .pick:visible").count() == 1
        plan = reader.page.locator("[data-here] textarea")
        if plan.count():
            plan.first.fill("She tries again.")
        following.click()
        steps += 1
    assert steps >= 8
    expect(reader.page.get_by_role("heading", name="Thank you")).to_be_visible()
    reader.page.get_by_role("button", name="Show all steps").click()
    assert reader.page.locator("#plan-strengths").input_value() == "She tries again."
    assert [address for address in asked if address.startswith("http")] == []


def test_what_is_written_into_the_plan_is_kept_nowhere(reader: Reader) -> None:
    reader.unlock("asha-gill", words=reader.school.words["harpreet-gill"])
    go_to(reader.page, "conference")
    reader.page.locator("#plan-goal").fill("a secret of ours")
    stored = reader.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, location.href])")
    assert "a secret of ours" not in stored
    go_to(reader.page, "conferences")
    go_to(reader.page, "conference")
    assert reader.page.locator("#plan-goal").input_value() == ""
