import { z } from "zod";
import { BOARDS, DENSITIES, LANGUAGES, ROLES } from "~/domain.ts";
import { problemCode } from "~/features/core/schemas.ts";
import { isTimeZone } from "~/lib/time-zones.ts";

/* The forms of signing in, invitations, people and settings. Messages are the codes of app/ui/problems.ts. */

export const PASSWORD_LEAST = 10;
export const PASSWORD_MOST = 200;

const email = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, problemCode("missing"))
  .max(254, problemCode("too-long"))
  .pipe(z.email(problemCode("not-an-address")));

const name = z.string().trim().min(1, problemCode("name-missing")).max(120, problemCode("too-long"));
const newPassword = z
  .string()
  .min(PASSWORD_LEAST, problemCode("password-too-short"))
  .max(PASSWORD_MOST, problemCode("too-long"));
const language = z.enum(LANGUAGES, problemCode("not-a-choice"));
const id = z.coerce
  .number(problemCode("not-a-choice"))
  .int(problemCode("not-a-choice"))
  .positive(problemCode("not-a-choice"));
const optionalPassword = z
  .string()
  .default("")
  .pipe(z.union([z.literal(""), newPassword], problemCode("password-too-short")));

export const passwordSignInSchema = z.object({
  email,
  password: z.string().min(1, problemCode("missing")).max(PASSWORD_MOST, problemCode("too-long")),
});

export const linkSchema = z.object({ email });

export const membershipShape = {
  role: z.enum(ROLES, problemCode("not-a-choice")),
  networkId: id,
  boards: z.array(z.enum(BOARDS, problemCode("not-a-choice"))),
};

export const inviteSchema = z.object({ email, language, ...membershipShape });

export const membershipSchema = z.object({ ...membershipShape, version: z.coerce.number().int().positive() });

export const welcomeSchema = z.object({ name, language, password: optionalPassword, email: email.optional() });

export const profileSchema = z.object({
  name,
  language,
  timeZone: z.string().refine(isTimeZone, problemCode("not-a-choice")).optional(),
});

export const densitySchema = z.object({ density: z.enum(DENSITIES, problemCode("not-a-choice")) });

export const singleKeysSchema = z.object({ singleKeys: z.enum(["on", "off"], problemCode("not-a-choice")) });

export const passwordSchema = z.object({
  currentPassword: z.string().max(PASSWORD_MOST, problemCode("too-long")).default(""),
  newPassword,
});

export const invitationSchema = z.object({ invitation: id, intent: z.enum(["resend", "withdraw"]) });
