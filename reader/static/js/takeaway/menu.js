// The menu of the reading page: a file is offered as the page is being read.
const form = document.querySelector("[data-take-away]");

form.closest("details").addEventListener("toggle", ({ target }) => {
  if (!target.open) return;
  const { pinyin, above, version } = document.documentElement.dataset;
  form.elements.pinyin.value = pinyin === "on" ? above : "off";
  if (form.elements.version) form.elements.version.value = version === "machine" ? version : "reviewed";
});
