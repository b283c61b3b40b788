package org.signpost.language;

/**
 * A figure as it can be compared: an amount, a date, a count.
 *
 * @param kind what it measures
 * @param value its value in a form that is the same however it was written: amounts and
 * numbers in plain digits (dollars and euros with their sign before them), dates as
 * {@code YYYY-MM-DD}, times as {@code HH:MM}
 */
public record Figure(Kind kind, String value) implements Comparable<Figure> {

	/** What a figure measures. */
	public enum Kind {

		MONEY, PERCENT, DAY, MONTH, YEAR, DAY_OF_MONTH, TIME, TELEPHONE, NUMBER

	}

	@Override
	public int compareTo(Figure other) {
		var byKind = this.kind.compareTo(other.kind);
		return (byKind != 0) ? byKind : this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.kind + " " + this.value;
	}

}
