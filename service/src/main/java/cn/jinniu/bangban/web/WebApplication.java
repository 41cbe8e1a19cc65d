package cn.jinniu.bangban.web;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as a Spring Boot application. */
// Nothing here is checked by annotations, and each start would set a validator up. Nor is Jackson 2 used, which only
// springdoc brings along: what /actuator says is written with Jackson 3.
@SpringBootApplication(
        exclude = ValidationAutoConfiguration.class,
        excludeName =
                "org.springframework.boot.actuate.autoconfigure.endpoint.jackson.Jackson2EndpointAutoConfiguration",
        proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class WebApplication {
    /**
     * Starts the service, with or without rules to decide by: it recovers by itself once there are some.
     *
     * @param args Spring's own, such as {@code --server.port=8081}
     * @return the running application; closing it stops the service gracefully
     */
    public static ConfigurableApplicationContext run(String... args) {
        // Boot would set up, beside the start, converters that are not used here; the rules are made ready beside it.
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        SpringApplication application = new SpringApplication(WebApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setMainApplicationClass(WebApplication.class);
        try {
            return application.run(args);
        } catch (ApplicationContextException e) {
            // What lies below it is the system's own word for a taken port, which does not say which.
            throw e.getCause() instanceof PortInUseException taken ? new IllegalStateException(taken.getMessage()) : e;
        }
    }
}
