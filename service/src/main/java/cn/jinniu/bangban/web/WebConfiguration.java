package cn.jinniu.bangban.web;

import cn.jinniu.bangban.web.openapi.ApiDescription;
import jakarta.servlet.DispatcherType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.filters.HttpHeaderSecurityFilter;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.webmvc.ui.SwaggerIndexPageTransformer;
import org.springdoc.webmvc.ui.SwaggerIndexTransformer;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the service is wired with. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    /** The description of the interface is made when it is first asked for; most starts are to decide. */
    @Bean
    static BeanFactoryPostProcessor describedWhenAsked() {
        return factory -> {
            for (String name : factory.getBeanDefinitionNames()) {
                if (name.startsWith("org.springdoc") || isOf("org.springdoc", factory.getBeanDefinition(name))) {
                    factory.getBeanDefinition(name).setLazyInit(true);
                }
            }
        };
    }

    private static boolean isOf(String packages, BeanDefinition bean) {
        return bean instanceof AnnotatedBeanDefinition annotated
                && annotated.getFactoryMethodMetadata() != null
                && annotated.getFactoryMethodMetadata().getDeclaringClassName().startsWith(packages);
    }

    /** So is its page, for which springdoc would set Jackson 2 up at every start, with YAML and all, and nothing else does. */
    @Bean
    SwaggerIndexTransformer pageMadeWhenAsked(AutowireCapableBeanFactory parts) {
        return (request, page, chain) ->
                parts.createBean(SwaggerIndexPageTransformer.class).transform(request, page, chain);
    }

    /** Nothing is said in YAML here; left to itself, Spring would set Jackson 2 up to say it, at every start. */
    @Bean
    ServerHttpMessageConvertersCustomizer noYaml() {
        StringHttpMessageConverter asItIs = new StringHttpMessageConverter(StandardCharsets.UTF_8);
        asItIs.setSupportedMediaTypes(List.of(MediaType.APPLICATION_YAML));
        return converters -> converters.withYamlConverter(asItIs);
    }

    /** The one clock, for everything that needs the time of day; decisions get their day from it and nothing else. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    /** Decides the lines of streams side by side. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService streamWorkers() {
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
            Thread thread = new Thread(work, "stream-worker");
            thread.setDaemon(true);
            // Not that of the call which needed it first: the thread outlives the web application.
            thread.setContextClassLoader(WebConfiguration.class.getClassLoader());
            return thread;
        });
    }

    /** What is sent is what its Content-Type says, and nothing of it belongs into another site's frame. */
    @Bean
    FilterRegistrationBean<HttpHeaderSecurityFilter> securityHeaders() {
        HttpHeaderSecurityFilter headers = new HttpHeaderSecurityFilter();
        headers.setHstsEnabled(false); // TLS, if any, ends before this service
        FilterRegistrationBean<HttpHeaderSecurityFilter> registration = new FilterRegistrationBean<>(headers);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

    /** Describes the interface by the ruleset that decides when it is asked for. */
    @Bean
    OpenApiCustomizer apiDescription(RulesetHolder rulesets) {
        return new ApiDescription(
                rulesets::desk,
                Stream.of(
                                RulesetController.VIEWS,
                                ArchiveController.VIEWS,
                                ReloadController.VIEWS,
                                CandidateController.VIEWS)
                        .flatMap(List::stream)
                        .toList());
    }

    /** People who open the bare address see what can be asked; what is asked is looked at strictly. */
    @Bean
    WebMvcConfigurer pages() {
        return new WebMvcConfigurer() {
            /** Requests are checked against the contract; to set up another way of checking would take a start's time. */
            @Override
            public Validator getValidator() {
                return Validator.forInstanceOf(Void.class, (nothing, errors) -> {});
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new QueryCheck()).addPathPatterns("/v1/**");
            }

            @Override
            public void addViewControllers(ViewControllerRegistry registry) {
                registry.addRedirectViewController("/", "/swagger-ui/index.html");
            }
        };
    }

    /** Requests so broken that they never reach the application get a problem too, not Tomcat's page. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }
}
