import { z } from "zod";
import { BOARDS, LANGUAGES, ROLES } from "~/domain.ts";
import { fits } from "~/features/core/schemas.ts";
import { isTimeZone } from "~/lib/time-zones.ts";

/* The forms of signing in, invitations, people and settings. Messages are the codes of app/ui/problems.ts. */

export const PASSWORD_LEAST = 10;
export const PASSWORD_MOST = 200;

const email = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, fits("missing"))
  .max(254, fits("too-long"))
  .pipe(z.email(fits("not-an-address")));

const name = z.string().trim().min(1, fits("name-missing")).max(120, fits("too-long"));
const newPassword = z.string().min(PASSWORD_LEAST, fits("password-too-short")).max(PASSWORD_MOST, fits("too-long"));
const language = z.enum(LANGUAGES, fits("not-a-choice"));
const id = z.coerce.number(fits("not-a-choice")).int(fits("not-a-choice")).positive(fits("not-a-choice"));
const optionalPassword = z
  .string()
  .default("")
  .pipe(z.union([z.literal(""), newPassword], fits("password-too-short")));

export const passwordSignInSchema = z.object({
  email,
  password: z.string().min(1, fits("missing")).max(PASSWORD_MOST, fits("too-long")),
});

export const linkSchema = z.object({ email });

export const membershipShape = {
  role: z.enum(ROLES, fits("not-a-choice")),
  networkId: id,
  boards: z.array(z.enum(BOARDS, fits("not-a-choice"))),
};

export const inviteSchema = z.object({ email, language, ...membershipShape });

export const membershipSchema = z.object({ ...membershipShape, version: z.coerce.number().int().positive() });

export const welcomeSchema = z.object({ name, language, password: optionalPassword, email: email.optional() });

export const profileSchema = z.object({
  name,
  language,
  timeZone: z.string().refine(isTimeZone, fits("not-a-choice")).optional(),
});

export const passwordSchema = z.object({
  currentPassword: z.string().max(PASSWORD_MOST, fits("too-long")).default(""),
  newPassword,
});

export const invitationSchema = z.object({ invitation: id, intent: z.enum(["resend", "withdraw"]) });
