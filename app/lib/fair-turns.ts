interface Waiting {
  id: string | undefined;
  begin: () => void;
}

/**
 * Gives out turns, a few at a time: next comes whoever has had none for longest, so that one who asks for much waits behind everybody
 * else's first. Who has no id is nobody in particular, and has had none.
 *
 * @param most how many turns are under way at once
 */
export function fairTurns(most: number) {
  const waiting: Waiting[] = [];
  /** The number of the latest turn of each who has one under way or waits for one. */
  const latest = new Map<string, number>();
  let turns = 0;
  let underWay = 0;

  const lastTurnOf = ({ id }: Waiting) => (id === undefined ? 0 : (latest.get(id) ?? 0));

  const giveNext = () => {
    while (underWay < most && waiting.length > 0) {
      let next = 0;
      waiting.forEach((one, at) => {
        if (lastTurnOf(one) < lastTurnOf(waiting[next] as Waiting)) next = at;
      });
      const [{ id, begin }] = waiting.splice(next, 1) as [Waiting];
      underWay += 1;
      turns += 1;
      if (id !== undefined) latest.set(id, turns);
      begin();
    }
    if (underWay === 0) latest.clear();
  };

  return {
    /**
     * Resolves once it is this one's turn, with what ends the turn.
     *
     * @throws the reason of `signal`, when it aborts before
     */
    take(id: string | undefined, signal: AbortSignal): Promise<() => void> {
      return new Promise((resolve, reject) => {
        const one: Waiting = {
          id,
          begin() {
            signal.removeEventListener("abort", giveUp);
            let ended = false;
            resolve(() => {
              if (ended) return;
              ended = true;
              underWay -= 1;
              giveNext();
            });
          },
        };
        const giveUp = () => {
          const at = waiting.indexOf(one);
          if (at >= 0) waiting.splice(at, 1);
          reject(signal.reason);
        };
        if (signal.aborted) return reject(signal.reason);
        signal.addEventListener("abort", giveUp, { once: true });
        waiting.push(one);
        giveNext();
      });
    },
  };
}
