import { z } from "zod";
import { MAILINGS } from "~/words.ts";

export const mailingSchema = z.object({ mailing: z.enum(MAILINGS, "not-a-choice") });
