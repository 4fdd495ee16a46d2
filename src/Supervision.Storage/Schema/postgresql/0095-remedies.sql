-- Who reviews an agency's decisions and which court hears suits against it: a penalty decision names both.

ALTER TABLE agencies ADD COLUMN review_authority TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE agencies ADD COLUMN court TEXT COLLATE "C" NOT NULL DEFAULT '';
