import { BOARDS, type Board, isOneOf } from "~/domain.ts";
import type { SignedInVisit } from "~/features/core/visit.ts";
import { notFound } from "./visit.server.ts";

/** @throws Response 404 where the address names no board */
export function boardOf(visit: SignedInVisit): Board {
  const { board } = visit.params;
  return isOneOf(BOARDS, board) ? board : notFound(visit);
}
