using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine;

/// <summary>Which calls write to a log, and which values they write.</summary>
internal sealed class LogSinks
{
    private static readonly ConditionalWeakTable<PipelineProject, LogSinks> Cache = new();
    private static readonly HashSet<string> Templates = new(StringComparer.Ordinal) { "message", "messageTemplate", "messageFormat", "format", "formatString", "template" };
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal) { "name", "propertyName", "key", "propertyKey" };

    private readonly PipelineProject _project;
    private readonly ConcurrentDictionary<IMethodSymbol, Manner> _marked = new(SymbolEqualityComparer.Default);

    private LogSinks(PipelineProject project) => _project = project;

    private enum Manner
    {
        None,

        /// <summary>Its arguments are written.</summary>
        Arguments,

        /// <summary>Its declared parameters are the names of what is written: a <c>[LoggerMessage]</c> method.</summary>
        Parameters,
    }

    public static LogSinks Of(PipelineProject project) => Cache.GetValue(project, static project => new(project));

    /// <summary>Whether a call writes to a log by itself.</summary>
    public bool IsSink(IInvocationOperation call, string rule) => MannerOf(call, rule) != Manner.None;

    /// <summary>What a call writes; nothing when it is no sink.</summary>
    public IEnumerable<LoggedValue> ValuesOf(IInvocationOperation call, string rule) => MannerOf(call, rule) switch
    {
        Manner.Arguments => Given(call),
        Manner.Parameters => call.Arguments.Where(IsWritten).Select(argument => new LoggedValue(argument.Value, SpellsOut(argument.Parameter) ? Printed.ByMembers : Printed.Plainly, argument.Parameter?.Name))
            .Where(value => !IsRedacted(call, value, rule)),
        _ => Enumerable.Empty<LoggedValue>(),
    };

    private Manner MannerOf(IInvocationOperation call, string rule)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return IsLogDelegate(method.ContainingType) ? Manner.Arguments : Manner.None;

        if (method.ContainingType.Name == nameof(TextWriter) && method.Name.StartsWith("Write", StringComparison.Ordinal) && call.Instance is IPropertyReferenceOperation { Property: { ContainingType.Name: "Console", Name: "Out" or "Error" } })
            return Manner.Arguments;

        var manner = (_project.TraitsOf(method) & (ApiTrait.Log | ApiTrait.Scope)) != 0
            // Define makes a sink; what it is given is a template.
            ? method.ContainingType.Name == "LoggerMessage" ? Manner.None : Manner.Arguments
            : MayBeMarked(method) ? _marked.GetOrAdd((method.ReducedFrom ?? method).OriginalDefinition, Marked) : Manner.None;
        return manner == Manner.None && IsConfigured(method, rule, call.Syntax.SyntaxTree) ? Manner.Arguments : manner;
    }

    /// <summary>Told by syntax alone where there is any: most methods are in source and carry no attribute.</summary>
    private static bool MayBeMarked(IMethodSymbol method) =>
        method.Parameters.Length > 0 && !IsFramework(method)
        && (method.DeclaringSyntaxReferences.IsEmpty
            || method.DeclaringSyntaxReferences.Any(HasAttributes)
            || method.PartialDefinitionPart?.DeclaringSyntaxReferences.Any(HasAttributes) == true
            || method.PartialImplementationPart?.DeclaringSyntaxReferences.Any(HasAttributes) == true);

    private static bool HasAttributes(SyntaxReference at) => at.GetSyntax() is MemberDeclarationSyntax { AttributeLists.Count: > 0 } or LocalFunctionStatementSyntax { AttributeLists.Count: > 0 };

    private static Manner Marked(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass.HasMetadataName("Microsoft.Extensions.Logging.LoggerMessageAttribute"))
                return Manner.Parameters;

            if (attribute.AttributeClass is { Name: "MessageTemplateFormatMethodAttribute" or "StructuredMessageTemplateAttribute" })
                return Manner.Arguments;
        }

        return Manner.None;
    }

    private bool IsConfigured(IMethodSymbol method, string rule, SyntaxTree tree) =>
        _project.LogSinksOf(rule, tree) is { Length: > 0 } configured && configured.Any(name => Sanitisers.Names(name, method));

    /// <summary>The delegates that <c>LoggerMessage.Define</c> and <c>DefineScope</c> make: from a logger, values, and perhaps an exception.</summary>
    private static bool IsLogDelegate(INamedTypeSymbol type) =>
        type is { Name: "Action" or "Func", TypeArguments: { Length: > 2 } given }
        && given[0].Name == "ILogger" && given[0].ContainingNamespace.ToDisplayString() == "Microsoft.Extensions.Logging"
        && given[given.Length - 1].Name is nameof(Exception) or nameof(IDisposable);

    /// <summary>The values a call is given, with the names that its template or key has for them.</summary>
    public static IEnumerable<LoggedValue> Given(IInvocationOperation call) => Given(call.Arguments);

    /// <summary>The same of the arguments of a call or constructor.</summary>
    public static IEnumerable<LoggedValue> Given(ImmutableArray<IArgumentOperation> arguments)
    {
        var holes = new List<LogHole>();
        string? key = null;
        var position = 0;
        var destructures = arguments.Any(argument => argument.Parameter?.Name == "destructureObjects" && argument.Value.ConstantValue is { HasValue: true, Value: true });
        foreach (var argument in arguments.Where(IsWritten).OrderBy(argument => argument.Parameter?.Ordinal))
        {
            var constant = argument.Value.ConstantValue is { HasValue: true, Value: string text } ? text : null;
            var parameter = argument.Parameter?.Name ?? "";
            if (constant is not null && (Templates.Contains(parameter) || (holes.Count == 0 && constant.IndexOf('{') >= 0)))
            {
                holes = LogTemplate.Holes(constant);
                continue;
            }

            if (constant is not null && Keys.Contains(parameter))
            {
                key = constant;
                continue;
            }

            foreach (var element in Elements(argument))
            {
                var hole = LogTemplate.IsNumbered(holes) || position >= holes.Count ? null : (LogHole?)holes[position];
                position++;
                yield return new(element, destructures || hole?.Destructures == true ? Printed.ByMembers : Printed.Plainly, hole?.Name ?? key);
            }
        }
    }

    /// <summary>The values of a <c>params</c> array, or the value; what a lambda without parameters would give.</summary>
    private static IEnumerable<IOperation> Elements(IArgumentOperation argument) => argument.Value.Unwrapped() switch
    {
        _ when argument.ArgumentKind != ArgumentKind.Explicit && Composition.Elements(argument.Value) is { } elements => elements,
        IArrayCreationOperation { Initializer: { } elements } when argument.Parameter?.IsParams == true => elements.ElementValues,
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters.IsEmpty: true } lambda } =>
            lambda.Body.Descendants().OfType<IReturnOperation>().Select(returned => returned.ReturnedValue).OfType<IOperation>(),
        _ => new[] { argument.Value },
    };

    /// <summary>Loggers, levels, exceptions and formatters say how to write, not what.</summary>
    private static bool IsWritten(IArgumentOperation argument)
    {
        if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter is not { Type: var declared })
            return false;

        var type = argument.Value.Unwrapped().Type ?? declared;
        if (IsException(type) || declared.TypeKind == TypeKind.Enum || declared.Name is "ILogger" or "EventId" or "IFormatProvider" or "CultureInfo" or "LogLevel" or "EventType" or "TraceEventCache")
            return false;

        return declared.TypeKind != TypeKind.Delegate || argument.Value.Unwrapped() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters.IsEmpty: true } };
    }

    private static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: nameof(Exception), ContainingNamespace.Name: nameof(System) })
                return true;
        }

        return false;
    }

    /// <summary>Whether the generator writes a parameter property by property.</summary>
    private static bool SpellsOut(IParameterSymbol? parameter) => parameter?.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "LogPropertiesAttribute") == true;

    /// <summary>The generator redacts what is classified, but only when the project switched redaction on and said how.</summary>
    private bool IsRedacted(IInvocationOperation call, LoggedValue value, string rule) =>
        call.TargetMethod.Parameters.FirstOrDefault(parameter => parameter.Name == value.Name) is { } parameter
        && (PersonalMarks.IsClassified(parameter) || (SpellsOut(parameter) && PersonalData.For(_project, rule, call.Syntax.SyntaxTree).MembersOf(parameter.Type).All(PersonalMarks.IsClassified)))
        && _project.Compilation.ReferencedAssemblyNames.Any(reference => reference.Name == "Microsoft.Extensions.Telemetry.Abstractions")
        && LogMentions.In(_project.Compilation, "EnableRedaction") && LogMentions.In(_project.Compilation, "AddRedaction");

    private static bool IsFramework(IMethodSymbol method) =>
        method.ContainingNamespace is { } space && (space.Name == "System" || space.ContainingNamespace?.Name == "System");
}
