/**
 * Takes Ctrl+Enter while the page is still coming alive, and sends the form as the browser does without JavaScript. It
 * is written into the page as text, so it leans on nothing outside itself. It listens on the window: once the page
 * listens on the document it comes first, and marks what it has answered.
 */
export function listenEarly(): void {
  window.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.repeat || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const form = document.getElementById("rating-form");
    if (!(form instanceof HTMLFormElement) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector<HTMLButtonElement>("button[name=go]"));
  });
}
