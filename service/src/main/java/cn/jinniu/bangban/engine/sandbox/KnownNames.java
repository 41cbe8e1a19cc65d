package cn.jinniu.bangban.engine.sandbox;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.drools.drl.ast.descr.EnumDeclarationDescr;
import org.drools.drl.ast.descr.EnumLiteralDescr;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.FunctionImportDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;

/** The names that all rule files together may use: those offered and those they declare themselves. */
final class KnownNames {
    /** What stands between a rule and the engine; a rule says what it wants without them. */
    static final Set<String> ENGINE = Set.of(
            "drools",
            "kcontext",
            "consequenceCtx",
            "context",
            "channels",
            "entryPoints",
            "knowledgeHelper",
            "workingMemory");

    private static final Offered OFFERED = Offered.all();

    private final Set<String> types = new HashSet<>();
    private final Set<String> members = new HashSet<>();
    private final Set<String> functions = new HashSet<>(Set.of("insert"));
    private final Set<String> globals = new HashSet<>();

    KnownNames(Collection<GuardedFile> files) {
        files.forEach(file -> add(file.content()));
    }

    private void add(PackageDescr content) {
        for (TypeDeclarationDescr type : content.getTypeDeclarations()) {
            types.add(type.getTypeName());
            type.getFields().keySet().forEach(this::addField);
        }
        for (EnumDeclarationDescr type : content.getEnumDeclarations()) {
            types.add(type.getTypeName());
            type.getFields().keySet().forEach(this::addField);
            type.getLiterals().stream().map(EnumLiteralDescr::getName).forEach(members::add);
        }
        content.getFunctions().stream().map(FunctionDescr::getName).forEach(functions::add);
        for (FunctionImportDescr imported : content.getFunctionImports()) {
            String target = imported.getTarget();
            functions.add(target.substring(target.lastIndexOf('.') + 1));
        }
        content.getGlobals().stream().map(GlobalDescr::getIdentifier).forEach(globals::add);
    }

    private void addField(String field) {
        members.add(field);
        members.addAll(Arrays.asList(Getters.accessors(field)));
    }

    boolean isType(String simpleName) {
        return OFFERED.simple(simpleName) != null || types.contains(simpleName);
    }

    boolean isDeclared(String simpleName) {
        return types.contains(simpleName);
    }

    boolean isMember(String name) {
        return members.contains(name)
                || OFFERED.memberNames().contains(name)
                || OFFERED.properties().contains(name)
                || name.equals("length");
    }

    /** Whether a type that the rules declare has a member by this name. */
    boolean isDeclaredMember(String name) {
        return members.contains(name);
    }

    /** Whether a condition may read a member of what it looks at by this name. */
    boolean isProperty(String name) {
        return members.contains(name) || OFFERED.properties().contains(name);
    }

    boolean isFunction(String name) {
        return functions.contains(name);
    }

    boolean isGlobal(String name) {
        return globals.contains(name);
    }

    Set<String> globals() {
        return globals;
    }

    Set<String> typeNames() {
        Set<String> all = new HashSet<>(OFFERED.simpleNames());
        all.addAll(types);
        return all;
    }

    /** Fields that conditions read, to find the nearest of a misspelt one. */
    Set<String> fields() {
        Set<String> all = new HashSet<>(OFFERED.properties());
        all.addAll(members);
        return all;
    }

    Set<String> functionNames() {
        return functions;
    }
}
