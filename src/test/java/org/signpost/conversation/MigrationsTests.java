package org.signpost.conversation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

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
			V5__workbench.sql, a9cdb800efa9cd0e4bc18ca01f37396689acc41f1804693bf9662aed8abaf57f
			V6__evaluations.sql, 8b12a64d5f8b73df92e7aff4f18cbf18d6d75b117bd2d03592efd07894d1f512
			""")
	void whatHasRunInADatabaseStays(String name, String digest) throws Exception {
		assertThat(digest(name)).as(name).isEqualTo(digest);
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
