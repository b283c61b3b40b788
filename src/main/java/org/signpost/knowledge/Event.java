package org.signpost.knowledge;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Something that takes place on a day.
 *
 * @param name what it is called
 * @param place where
 * @param format such as "virtual event"
 * @param date the day
 * @param time the hour it begins, as the source gives it
 * @param evidence the statement that announces it
 */
public record Event(String name, @Nullable String place, @Nullable String format, LocalDate date, @Nullable String time,
		Statement evidence) {

}
