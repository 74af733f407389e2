import { z } from "zod";
import { MAIL_FREQUENCIES } from "~/domain.ts";

export const mailFrequencySchema = z.object({ mailFrequency: z.enum(MAIL_FREQUENCIES, "not-a-choice") });
