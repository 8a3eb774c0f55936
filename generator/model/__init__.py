"""What a school keeps, as frozen records: no files, no clock, no behaviour beyond small questions about themselves."""
