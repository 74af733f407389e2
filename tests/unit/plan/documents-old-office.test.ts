import fc from "fast-check";
import { expect, test } from "vitest";
import { oldOfficeIn } from "~/features/plan/documents/old-office.server.ts";
import { DOC, PPT, XLS } from "../../support/files.ts";

test("a chain of sectors that comes back to itself ends", () => {
  const endless = Buffer.from(XLS);
  // The second sector is the directory, which is followed by itself.
  endless.writeUInt32LE(1, 512 + 4);
  expect(() => oldOfficeIn(endless)).toThrow(RangeError);
});

test("whatever its bytes are, a compound file is read to an end and never taken for another kind of fault", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(DOC, XLS, PPT),
      fc.array(fc.tuple(fc.nat(1600), fc.integer({ min: 0, max: 255 })), { maxLength: 30 }),
      fc.option(fc.nat(6000)),
      (file, changes, length) => {
        const bytes = Buffer.from(file.subarray(0, length ?? file.length));
        for (const [at, value] of changes) if (at >= 8 && at < bytes.length) bytes[at] = value;
        try {
          oldOfficeIn(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      },
    ),
    { numRuns: 300 },
  );
});
