// Only in a preview: waits until there is something newer than this page, and shows it.
(async (state) => {
  const rest = () => new Promise((done) => setTimeout(done, 1000));
  for (;;) {
    try {
      const answer = await fetch(`/_klacht/newer?than=${state}`, { cache: "no-store" });
      if (answer.status === 200) return location.reload();
      if (answer.status !== 204) await rest();
    } catch {
      await rest();
    }
  }
})(document.currentScript.dataset.state);
