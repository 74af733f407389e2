/* Loaded before the server (`node --import`) by a test of faults: on SIGUSR2 something throws where nobody catches it. */

process.on("SIGUSR2", () => {
  setImmediate(() => {
    throw new Error("nobody catches this");
  });
});
