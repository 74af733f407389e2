import { registerOrigin } from "~/features/core/notifications/notify.server.ts";
import { addVoicesBehind } from "~/features/suggestions/voices.server.ts";

/*
 * What a later area adds to what an earlier one writes. It stands apart from app/areas.server.ts, which loads it, because the
 * seed writes too and is built without messages.
 */

registerOrigin(addVoicesBehind);
