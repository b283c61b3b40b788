package org.signpost.conversation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HexFormat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database in use remembers the checksum of each migration that it has run, comments
 * and all, and refuses to start with another. What is to change goes into a new one.
 */
class MigrationsTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			V1__conversations.sql, e1cc3843c2dbb700c17021d8021ac7c8f009adfd29662da853d211dc65b907b6
			V3__list.sql, 59bec242a4f7b1901ee4c7bcf7cf084a45f43a9e6d701874880ab9af1e1addbe
			V4__secrets.sql, a05e68d780fbd8546e7d078be59b4d1e0da79d40065ce577c3a888b5e19ee3b9
			V5__workbench.sql, 901ed12bb0ba09d7061d9fcec415f435891d99117e7e8b6fdd818e2bf9d63fc1
			V6__evaluations.sql, 8b12a64d5f8b73df92e7aff4f18cbf18d6d75b117bd2d03592efd07894d1f512
			""")
	void whatHasRunInADatabaseStays(String name, String digest) throws Exception {
		assertThat(digest(name)).as(name).isEqualTo(digest);
	}

	@Test
	void whatWasStoredBeforeIsListedAndRated(@TempDir Path folder) throws Exception {
		var url = "jdbc:sqlite:" + folder.resolve("old.db");
		Flyway.configure().dataSource(url, null, null).target("4").load().migrate();
		try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
			statement.executeUpdate("insert into conversation (id, began_at, active_at, last_seq, last_turn)"
					+ " values ('one', 1000, 2000, 3, 2), ('two', 5000, 5000, 0, 1)");
			statement.executeUpdate("insert into turn (conversation, number, answer, question, asked_at)"
					+ " values ('one', 1, 'a', 'q', 1000), ('one', 2, 'b', 'q', 2000), ('two', 1, 'c', 'q', 5000)");
			statement
				.executeUpdate("insert into rating (conversation, turn, stars, rated_at) values ('one', 2, 4, 3000)");
			Flyway.configure().dataSource(url, null, null).load().migrate();
			var rows = new ArrayList<String>();
			try (var found = statement.executeQuery("select answer, began_at, stars from turn order by answer")) {
				while (found.next()) {
					rows.add(found.getString(1) + " " + found.getLong(2) + " " + found.getString(3));
				}
			}
			assertThat(rows).containsExactly("a 1000 null", "b 1000 4", "c 5000 null");
		}
	}

	private static String digest(String name) throws Exception {
		return HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-256").digest(lines(name).getBytes(StandardCharsets.UTF_8)));
	}

	/** As Flyway sees it, to which ends of lines are all one. */
	private static String lines(String name) throws IOException {
		try (var stream = MigrationsTests.class.getResourceAsStream("/db/migration/" + name)) {
			assertThat(stream).as(name).isNotNull();
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
		}
	}

}
