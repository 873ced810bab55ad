/**
 * Lets the worker of the site into the browser, when the page is there: it keeps pages for when there is no network. The address of
 * the worker stands on the script element, so that the script is the same on every site.
 */
export const KEEP_OFFLINE =
  '{const{worker}=document.currentScript.dataset;addEventListener("load",()=>navigator.serviceWorker?.register(worker).catch(()=>{}))}';
