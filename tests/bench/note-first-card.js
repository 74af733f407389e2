/* Runs in the page: notes the time of the first frame in which a card has a size. */
(() => {
  const look = () => {
    const card = document.querySelector("[data-action]");
    if (!card || card.getBoundingClientRect().height === 0) return requestAnimationFrame(look);
    requestAnimationFrame(() => {
      window.firstCardAt = performance.now();
    });
  };
  look();
})();
