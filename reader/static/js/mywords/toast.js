// One sentence at the foot of the page, with a way back where there is one.

const STAYS = 12000;

export function startToast(box) {
  const words = box.querySelector("[data-toast-words]");
  const button = box.querySelector("[data-undo]");
  let undo = null;
  let timer = 0;

  function hide() {
    clearTimeout(timer);
    undo = null;
    box.hidden = true;
  }

  // `back` undoes what is told; without it the button is not there.
  function tell(text, back = null) {
    clearTimeout(timer);
    undo = back;
    button.hidden = !back;
    box.hidden = false;
    words.textContent = text;
    timer = setTimeout(later, STAYS);
  }

  // Not from under the hand that is about to press it.
  function later() {
    if (box.matches(":hover, :focus-within")) timer = setTimeout(later, STAYS);
    else hide();
  }

  button.addEventListener("click", () => {
    const back = undo;
    hide();
    back();
  });
  return { tell, hide };
}
