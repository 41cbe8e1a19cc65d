package cn.jinniu.bangban.web.openapi;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.facts.CaseFileReader;
import cn.jinniu.bangban.text.Text;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Completes springdoc's description. What a request takes is told by the shape that requests are read by, what a
 * decision can say by the ruleset that decides; so neither can go stale. Made when somebody asks for it.
 */
public final class ApiDescription implements OpenApiCustomizer {
    private final Supplier<DecisionDesk> desks;
    private final List<Class<? extends Record>> views;

    /**
     * @param desks where requests are answered
     * @param views what the addresses that show the ruleset give
     */
    public ApiDescription(Supplier<DecisionDesk> desks, List<Class<? extends Record>> views) {
        this.desks = desks;
        this.views = views;
    }

    @Override
    public void customise(OpenAPI api) {
        DecisionDesk desk = desks.get();
        Ruleset ruleset = desk.ruleset();
        api.setInfo(info(ruleset));
        api.setServers(List.of(new Server().url("/")));
        api.setTags(List.of(
                tag("decisions", "决定", "Decisions"),
                tag("log", "决定日志", "The decision log"),
                tag("ruleset", "规则集", "The ruleset"),
                tag("management", "管理", "Management")));
        Components components = api.getComponents() == null ? new Components() : api.getComponents();
        api.setComponents(components);
        describeViews(components);
        new RequestSchemas(ruleset.data()).of(CaseFileReader.shape()).forEach(components::addSchemas);
        new DecisionSchemas(ruleset.data()).all().forEach(components::addSchemas);
        ForecastOperation.schemas().forEach(components::addSchemas);
        LogSchemas.all().forEach(components::addSchemas);
        ExplanationSchemas.all().forEach(components::addSchemas);
        ReaderOperations.complete(api);
        OperatorOperations.complete(api);
        LiveExamples examples = new LiveExamples(desk);
        PathItem decisions = new PathItem().post(new DecisionOperation(examples).describe());
        LogOperations.complete(api, decisions);
        api.getPaths()
                .addPathItem(DecisionOperation.PATH, decisions)
                .addPathItem(ForecastOperation.PATH, new PathItem().post(new ForecastOperation(examples).describe()))
                .addPathItem(
                        ExplanationOperation.PATH, new PathItem().post(new ExplanationOperation(examples).describe()));
    }

    private void describeViews(Components components) {
        for (Class<? extends Record> view : views) {
            List<String> nullable = Arrays.stream(view.getRecordComponents())
                    .filter(member -> member.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(member -> member.getName())
                    .toList();
            var schema = components.getSchemas().get(view.getSimpleName());
            if (schema != null) {
                ReaderOperations.complete(schema, nullable);
            }
        }
    }

    private static Info info(Ruleset ruleset) {
        return new Info()
                .title("帮办决策服务 / Bangban decision service")
                .version("1")
                .description(Schemas.both(new Text(
                                "提交重点项目的事实，得到某一天的认定、义务和提醒，每一项都注明所依据的条款。",
                                "Send the facts of key projects and get determinations, obligations and alerts for a day, each with"
                                        + " the clause it rests on."))
                        + "\n\n"
                        + Schemas.both(new Text(
                                "各枚举取自规则集 `" + ruleset.id() + "` 版本 `" + ruleset.version() + "`。",
                                "Enumerations are those of ruleset `" + ruleset.id() + "`, version `"
                                        + ruleset.version() + "`.")));
    }

    private static Tag tag(String name, String zh, String en) {
        return new Tag().name(name).description(Schemas.both(new Text(zh, en)));
    }
}
