package org.signpost.knowledge;

import java.time.LocalDate;
import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

/**
 * A date known to the year, the month or the day, as guidance gives it.
 *
 * @param year four digits
 * @param month 1 to 12, or 0 when unknown
 * @param day 1 to 31, or 0 when unknown
 */
public record PartialDate(int year, int month, int day) implements Comparable<PartialDate> {

	public PartialDate {
		if (year < 1000 || year > 9999 || month < 0 || month > 12 || day < 0 || (month == 0 && day > 0)) {
			throw new IllegalArgumentException("Not a date: " + year + "-" + month + "-" + day);
		}
		if (day > 0 && day > YearMonth.of(year, month).lengthOfMonth()) {
			throw new IllegalArgumentException("No such day: " + year + "-" + month + "-" + day);
		}
	}

	/**
	 * Reads {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}; null when it is none of
	 * these.
	 */
	public static @Nullable PartialDate parse(String text) {
		var parts = text.strip().split("-", -1);
		if (parts.length > 3 || !text.strip().matches("\\d{4}(-\\d{1,2}){0,2}")) {
			return null;
		}
		try {
			return new PartialDate(Integer.parseInt(parts[0]), (parts.length > 1) ? Integer.parseInt(parts[1]) : 0,
					(parts.length > 2) ? Integer.parseInt(parts[2]) : 0);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** The first day it can mean. */
	public LocalDate earliest() {
		return LocalDate.of(this.year, Math.max(this.month, 1), Math.max(this.day, 1));
	}

	/** The last day it can mean. */
	public LocalDate latest() {
		if (this.month == 0) {
			return LocalDate.of(this.year, 12, 31);
		}
		return (this.day == 0) ? YearMonth.of(this.year, this.month).atEndOfMonth()
				: LocalDate.of(this.year, this.month, this.day);
	}

	@Override
	public int compareTo(PartialDate other) {
		return earliest().compareTo(other.earliest());
	}

	/** {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}. */
	@Override
	public String toString() {
		if (this.month == 0) {
			return "%04d".formatted(this.year);
		}
		return (this.day == 0) ? "%04d-%02d".formatted(this.year, this.month)
				: "%04d-%02d-%02d".formatted(this.year, this.month, this.day);
	}

}
