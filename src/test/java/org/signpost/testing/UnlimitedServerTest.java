package org.signpost.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

/** A test against a running {@link ScriptedServer} that asks more than a visitor may. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ScriptedServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "signpost.data=target/test-data/${random.uuid}", "signpost.limits.asks-per-minute=1000000",
				"signpost.limits.frames-per-ten-seconds=1000000", "signpost.limits.asks-per-day=1000000" })
public @interface UnlimitedServerTest {

}
