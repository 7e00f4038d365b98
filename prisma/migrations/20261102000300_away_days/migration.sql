-- The board asks each time who was missing somewhere: they are few, whatever everybody else attended.
CREATE INDEX attendance_missing ON "Attendance" ("enrollmentId") WHERE state IN ('ABSENT', 'EXCUSED');
