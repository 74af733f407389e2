-- A board's progress is counted from the index alone too.
DROP INDEX `actions_counted`;--> statement-breakpoint
CREATE INDEX `actions_counted` ON `actions` (`board`,`stage`,`due_quarter`,`measured`);--> statement-breakpoint
-- A check-in is only followed by another: nobody edits or removes one, the program included.
CREATE TRIGGER check_ins_are_not_edited BEFORE UPDATE ON check_ins BEGIN
  SELECT RAISE(ABORT, 'check-ins are never edited');
END;
--> statement-breakpoint
CREATE TRIGGER check_ins_are_not_removed BEFORE DELETE ON check_ins BEGIN
  SELECT RAISE(ABORT, 'check-ins are never edited');
END;
