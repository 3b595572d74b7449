// One floating box for all cards. A card opened by pointing is for a look and goes by itself; one
// opened by a click or a key stays, takes the focus, and gives it back.

const CLOSE_AFTER = 250;

export function startFloat(box) {
  let shown = null; // { anchor, stay, back, closed }
  let timer = 0;

  // `anchor` has getBoundingClientRect (an element or a range), `back` takes the focus again,
  // `closed` is called when the card goes.
  function open({ anchor, content, stay = false, back = null, closed = () => {} }) {
    close();
    shown = { anchor, stay, back, closed };
    box.replaceChildren(content);
    box.hidden = false;
    place();
    if (stay) box.focus({ preventScroll: true });
  }

  function place() {
    const target = shown.anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = box;
    const below = target.bottom + 8 + height < innerHeight || target.top < height + 16;
    const top = below ? target.bottom + 8 : target.top - height - 8;
    box.style.left = `${Math.max(8, Math.min(target.left, innerWidth - width - 8))}px`;
    box.style.top = `${Math.max(8, Math.min(top, innerHeight - height - 8))}px`;
  }

  function close({ giveBack = false } = {}) {
    clearTimeout(timer);
    if (!shown) return;
    const { back, closed } = shown;
    shown = null;
    box.hidden = true;
    closed();
    float.givingBack = giveBack;
    if (giveBack) back?.focus({ preventScroll: true });
    float.givingBack = false;
  }

  function closeSoon() {
    clearTimeout(timer);
    timer = setTimeout(() => shown && !shown.stay && close(), CLOSE_AFTER);
  }

  const float = {
    open,
    close,
    closeSoon,
    givingBack: false,
    stays: () => Boolean(shown?.stay),
    isAt: (anchor) => shown?.anchor === anchor,
    isIn: (element) => Boolean(shown?.back && element.contains(shown.back)),
  };

  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", closeSoon);
  box.addEventListener("focusout", (event) => {
    if (shown?.stay && event.relatedTarget && !box.contains(event.relatedTarget)) close();
  });
  box.addEventListener("click", (event) => event.target.closest("a") && close());
  document.addEventListener("pointerdown", (event) => !box.contains(event.target) && close());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) close({ giveBack: true });
  });
  addEventListener("scroll", () => shown && (shown.stay ? place() : close()), { passive: true });
  addEventListener("resize", () => close());

  return float;
}
