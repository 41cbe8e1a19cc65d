package cn.jinniu.bangban.web;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** True where {@code /actuator} is: in the service itself, or at the port of its own that management was given. */
final class OnManagementSide implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return switch (ManagementPortType.get(context.getEnvironment())) {
            case SAME -> !hasOwnPort(context);
            case DIFFERENT -> hasOwnPort(context);
            case DISABLED -> false;
        };
    }

    /** What has a port of its own is a context of its own, within the service's. */
    static boolean hasOwnPort(ConditionContext context) {
        var beans = context.getBeanFactory();
        return beans != null && beans.getParentBeanFactory() != null;
    }
}
