import { z } from "zod";
import { MAILINGS } from "~/domain.ts";

export const mailingSchema = z.object({ mailing: z.enum(MAILINGS, "not-a-choice") });
