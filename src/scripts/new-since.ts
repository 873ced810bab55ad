/**
 * Marks what is newer than the newest that this reader has seen of a page, as the browser reads the page: so nothing moves that
 * has been painted. The newest instant of each page is kept in the browser, and nothing is sent. Where nothing can be kept, it
 * does nothing. Its words stand on the script element, so that the script is the same on every site.
 */
const SOURCE = `
(() => {
  let seen, newest = "", count = 0;
  const words = document.currentScript.dataset;
  const key = "new-since:" + location.pathname;
  try { seen = localStorage.getItem(key) } catch { return }
  customElements.define("new-since", class extends HTMLElement {
    connectedCallback() {
      const { at } = this.dataset;
      if (at > newest) newest = at;
      if (!seen || at <= seen) return;
      if (!count++) this.id = "New";
      this.innerHTML = '<mark class="added">' + words.one + '</mark>';
    }
  });
  addEventListener("DOMContentLoaded", () => {
    if (count) document.querySelector(".new-since").innerHTML =
      '<mark class="added">' + words.count.replace("#", count.toLocaleString(document.documentElement.lang)) +
      '</mark> <a href="#New">' + words.go + '</a>';
    try { if (newest > (seen || "")) localStorage.setItem(key, newest) } catch {}
  });
})()`;

/** The same without the space between its lines. A policy allows this text and no other. */
export const NEW_SINCE = SOURCE.replaceAll(/\n\s*/g, '');
