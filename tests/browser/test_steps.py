"""What is drawn in steps is whole in the end, and at once for whoever needs the whole."""

from tests.browser.conftest import settled


def test_a_mind_map_unfolded_whole_is_printed_whole_at_once(open_page):
    page = open_page("lang=en", reduced_motion="reduce")
    settled(page)
    unfold = "document.querySelector('.view-mindmap .view-tools button:nth-child(2)').click();"
    printed = """
        dispatchEvent(new Event("beforeprint"));
        const drawn = document.querySelectorAll(".sheet svg :is(path, text)").length;
        dispatchEvent(new Event("afterprint"));
        return drawn;
    """
    at_once = page.evaluate(f"() => {{ {unfold} {printed} }}")
    settled(page)
    assert at_once == page.evaluate(f"() => {{ {printed} }}")
    assert at_once > 1000


def test_boxes_in_another_language_are_those_of_a_page_in_it(open_page):
    boxes = "[...document.querySelectorAll('.ls-region')].map((one) => [one.textContent, one.offsetWidth, one.offsetHeight])"
    page, other = open_page("lang=en&view=landscape"), open_page("lang=zh&view=landscape")
    settled(page)
    page.keyboard.press("l")
    for one in (page, other):
        settled(one)
        one.wait_for_function("!document.querySelector('.ls-region.is-awake')")
    assert page.evaluate(boxes) == other.evaluate(boxes)
