// A row turns into its form and back; all rows of the page are chosen with one tick.
const FRAGMENT = { "X-Fragment": "yes" };

export function watchRows(list) {
  list.addEventListener("click", (event) => {
    const edit = event.target.closest("[data-edit]");
    if (edit && !event.ctrlKey && !event.metaKey && !event.shiftKey) open(event, edit);
    if (event.target.closest("[data-cancel]")) close(event.target.closest("[data-line]"));
  });
  list.addEventListener("change", (event) => {
    if (event.target.matches("[data-all]")) chooseAll(list, event.target.checked);
    if (event.target.matches("[name=do]")) showCategory(list);
  });
  list.addEventListener("keydown", (event) => {
    const line = event.target.closest("[data-line]");
    if (event.key === "Escape" && line?.querySelector("[data-term-form]")) close(line);
  });
  list.addEventListener("submit", (event) => {
    if (event.target.matches("[data-term-form]")) send(event, event.target);
  });
  showCategory(list);
}

function chooseAll(list, checked) {
  for (const box of list.querySelectorAll("[name=term]")) box.checked = checked;
}

// The field for a category is shown only where one is asked for.
function showCategory(list) {
  const what = list.querySelector("[name=do]");
  const field = list.querySelector("[data-many-category]");
  if (field) field.hidden = what.value !== "category";
}

async function open(event, edit) {
  const line = edit.closest("[data-line]");
  event.preventDefault();
  let answer;
  try {
    answer = await fetch(edit.href, { headers: FRAGMENT });
  } catch {
    location.assign(edit.href);
    return;
  }
  if (!answer.ok) {
    location.assign(edit.href);
    return;
  }
  for (const other of line.parentElement.querySelectorAll("[data-term-form]")) {
    close(other.closest("[data-line]"));
  }
  put(line, await answer.text());
}

function put(line, html) {
  const form = new DOMParser().parseFromString(html, "text/html").querySelector("form");
  line.querySelector("[data-term-form]")?.remove();
  line.append(form);
  form.querySelector("#headword").focus();
}

function close(line) {
  const form = line?.querySelector("[data-term-form]");
  if (!form) return;
  form.remove();
  line.querySelector("[data-edit]").focus();
}

async function send(event, form) {
  const line = form.closest("[data-line]");
  event.preventDefault();
  const answer = await fetch(form.action, {
    method: "POST",
    headers: FRAGMENT,
    body: new FormData(form),
  });
  if (answer.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-line]");
    line.replaceWith(fresh);
    fresh.querySelector("[data-edit]").focus();
  } else if (answer.status === 422) {
    put(line, await answer.text());
  } else {
    // Somebody was faster, or something is wrong: the page that says so opens in the usual way.
    form.submit();
  }
}
