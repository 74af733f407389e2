import { Plural } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Change } from "../compare.ts";

/** How many actions saw a kind of change: "3 added". */
export const CHANGE_COUNT: Record<Change, (count: number) => ReactNode> = {
  added: (count) => (
    <Plural
      value={count}
      one={
        <>
          <strong>#</strong> added
        </>
      }
      other={
        <>
          <strong>#</strong> added
        </>
      }
    />
  ),
  gone: (count) => (
    <Plural
      value={count}
      one={
        <>
          <strong>#</strong> dropped
        </>
      }
      other={
        <>
          <strong>#</strong> dropped
        </>
      }
    />
  ),
  moved: (count) => (
    <Plural
      value={count}
      one={
        <>
          <strong>#</strong> moved to another stage
        </>
      }
      other={
        <>
          <strong>#</strong> moved to another stage
        </>
      }
    />
  ),
  priority: (count) => (
    <Plural
      value={count}
      one={
        <>
          <strong>#</strong> with another priority
        </>
      }
      other={
        <>
          <strong>#</strong> with another priority
        </>
      }
    />
  ),
  due: (count) => (
    <Plural
      value={count}
      one={
        <>
          <strong>#</strong> with another due quarter
        </>
      }
      other={
        <>
          <strong>#</strong> with another due quarter
        </>
      }
    />
  ),
  led: (count) => (
    <Plural
      value={count}
      one={
        <>
          <strong>#</strong> with another lead or level
        </>
      }
      other={
        <>
          <strong>#</strong> with another lead or level
        </>
      }
    />
  ),
  reworded: (count) => (
    <Plural
      value={count}
      one={
        <>
          <strong>#</strong> reworded
        </>
      }
      other={
        <>
          <strong>#</strong> reworded
        </>
      }
    />
  ),
  refiled: (count) => (
    <Plural
      value={count}
      one={
        <>
          <strong>#</strong> filed otherwise
        </>
      }
      other={
        <>
          <strong>#</strong> filed otherwise
        </>
      }
    />
  ),
  "key-results": (count) => (
    <Plural
      value={count}
      one={
        <>
          <strong>#</strong> with changed key results
        </>
      }
      other={
        <>
          <strong>#</strong> with changed key results
        </>
      }
    />
  ),
};
