package org.signpost.web.adviser;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.signpost.conversation.Figures;
import org.signpost.web.ProblemException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counts what was asked, day by day. */
@RestController
@Tag(name = "figures")
class FigureController {

	private static final String CSV = "text/csv;charset=UTF-8";

	private static final int USUAL_DAYS = 30;

	private static final int MOST_DAYS = 366;

	private final Figures figures;

	private final Clock clock;

	FigureController(Figures figures, ObjectProvider<Clock> clock) {
		this.figures = figures;
		this.clock = clock.getIfAvailable(Clock::systemUTC);
	}

	@GetMapping(path = "/api/figures", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(summary = "Questions, outcomes, ratings, nations and answer times, day by day",
			description = "Days are days in London: 30 unless others are asked for, 366 at most. The same as a table by"
					+ " Accept: text/csv or /api/figures.csv.")
	FiguresView figures(
			@RequestParam(required = false) @Parameter(
					description = "the first day in London (2026-11-21), or a moment of it",
					schema = @Schema(type = "string")) @Nullable String from,
			@RequestParam(required = false) @Parameter(
					description = "the day after the last, or a moment of the last day",
					schema = @Schema(type = "string")) @Nullable String before) {
		return find(from, before);
	}

	@GetMapping(path = { "/api/figures", "/api/figures.csv" }, produces = CSV)
	@Operation(summary = "The same as a table, a row a day",
			description = "No cell is taken for a formula by a program for tables.")
	ResponseEntity<String> table(
			@RequestParam(required = false) @Parameter(
					description = "the first day in London (2026-11-21), or a moment of it",
					schema = @Schema(type = "string")) @Nullable String from,
			@RequestParam(required = false) @Parameter(
					description = "the day after the last, or a moment of the last day",
					schema = @Schema(type = "string")) @Nullable String before) {
		var figures = find(from, before);
		var name = "signpost-" + figures.from() + "-to-" + figures.before() + ".csv";
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(Csv.of(figures.table()));
	}

	private FiguresView find(@Nullable String from, @Nullable String before) {
		var first = day("from", from);
		var end = endOf(day("before", before));
		if (end == null) {
			end = (first != null) ? first.toLocalDate().plusDays(USUAL_DAYS)
					: LocalDate.ofInstant(this.clock.instant(), Figures.ZONE).plusDays(1);
		}
		var start = (first != null) ? first.toLocalDate() : end.minusDays(USUAL_DAYS);
		var days = ChronoUnit.DAYS.between(start, end);
		if (days < 1 || days > MOST_DAYS) {
			throw ProblemException.badField((before != null) ? "before" : "from",
					"From the parameter \"from\" to the parameter \"before\" there are 1 to " + MOST_DAYS + " days.");
		}
		return FiguresView.of(start, end, this.figures.find(start, end));
	}

	private static @Nullable ZonedDateTime day(String name, @Nullable String text) {
		var moment = Moments.find(name, text);
		return (moment != null) ? moment.atZone(Figures.ZONE) : null;
	}

	/** The day after the last that has something before this. */
	private static @Nullable LocalDate endOf(@Nullable ZonedDateTime before) {
		if (before == null) {
			return null;
		}
		var day = before.toLocalDate();
		return before.equals(day.atStartOfDay(Figures.ZONE)) ? day : day.plusDays(1);
	}

}
