"""Words to star, and hands that star and practise them."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

TITLE = "Opportunities and concerns in the phone call between leaders of China and US"
COOPERATION: dict[str, Any] = {
    "kind": "word",
    "zh": "合作",
    "pinyin": "hézuò",
    "en": ["to cooperate", "cooperation"],
    "sentence": {
        "zh": "双方同意继续合作。",
        "en": "The two sides agreed to continue cooperation.",
        "article": {"id": 1, "title": TITLE},
        "position": 3,
    },
}
PRINCIPLE: dict[str, Any] = {
    "kind": "term",
    "zh": "一个中国原则",
    "pinyin": "Yī gè Zhōngguó yuánzé",
    "en": ["one-China principle"],
    "sentence": {
        "zh": "他重申了一个中国原则。",
        "en": "He reiterated the one-China principle.",
        "article": {"id": 1, "title": TITLE},
        "position": 1,
    },
}
CONCERN: dict[str, Any] = {
    "kind": "english",
    "zh": "关切；担忧",
    "en": ["concern", "to worry"],
    "surface": "concerns",
    "sentence": {
        "zh": "这项协议引起了关切。",
        "en": "The deal raised concerns.",
        "article": {"id": 7, "title": "Of another library"},
        "position": 0,
    },
}


def module(page: Page, name: str, body: str, *given: Any) -> Any:
    """Run an expression with a module of the page as `m` and `given`."""
    program = f"""async (given) => {{
      const boot = document.querySelector('script[src*="/js/boot.js"]').src;
      const m = await import(boot.replace('boot.js', 'mywords/{name}.js'));
      return {body};
    }}"""
    return page.evaluate(program, list(given))


def star(page: Page, *entries: dict[str, Any]) -> list[str]:
    """Star words through the store; their ids."""
    ids = [module(page, "store", "(await m.add(given[0])).id", entry) for entry in entries]
    return [str(one) for one in ids]


def stored(page: Page) -> list[dict[str, Any]]:
    return list(module(page, "store", "await m.all()"))


def open_words(page: Page) -> Page:
    """Show the page with three words starred, the oldest first."""
    page.goto("/words")
    star(page, COOPERATION, PRINCIPLE, CONCERN)
    expect(page.locator(".word")).to_have_count(3)
    return page


def begin(page: Page) -> None:
    """Start to practise; the first question is there."""
    page.get_by_role("button", name="Practise", exact=True).click()
    expect(page.get_by_role("button", name="Show the answer")).to_be_visible()


def practise_one(page: Page, key: str) -> None:
    """Answer the first card and come back to the list."""
    begin(page)
    page.keyboard.press("Space")
    page.keyboard.press(key)
    expect(page.get_by_role("button", name="Show the answer")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".word").first).to_be_visible()
