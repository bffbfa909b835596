using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine;

/// <summary>What the files of a project set up together for endpoints that they do not name.</summary>
internal readonly struct GuardSetups
{
    private readonly List<GuardSetup> _setups;

    private GuardSetups(List<GuardSetup> setups) => _setups = setups;

    public static GuardSetups Of(Compilation compilation, CancellationToken cancellation) =>
        new(compilation.SyntaxTrees.Where(tree => (TreeFacts.Of(tree).Meaning.Always & Subjects.Endpoints) != 0).Select(tree => GuardSetup.Of(tree, cancellation)).ToList());

    /// <summary>Whether the project hosts controllers or is a program itself.</summary>
    public bool Hosts(Compilation compilation) => _setups.Exists(setup => setup.HostsControllers) || compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;

    /// <summary>Whom a method of a controller, hub or service lets in, when its attributes say this much.</summary>
    public Admission Of(INamedTypeSymbol type, Admission marked, Compilation compilation)
    {
        if (TurnsAway)
            return Admission.Guarded;

        if (marked != Admission.Open)
            return marked;

        if (_setups.Exists(setup => setup.HasPolicy))
            return Admission.Guarded;

        switch (HostOf(type))
        {
            case Host.Mvc:
                return _setups.Exists(setup => setup.GuardsControllers) ? Admission.Guarded : Hosts(compilation) ? Admission.Open : Admission.Unknown;
            case Host.Mapped:
                var mapped = _setups.SelectMany(setup => setup.Mapped).Where(one => one.Type == type.Name).ToList();
                return mapped.Count == 0 ? Admission.Unknown : mapped.Exists(one => !one.Guarded) ? Admission.Open : Admission.Guarded;
            default:
                return Admission.Unknown;
        }
    }

    /// <summary>Whom a mapped handler lets in, when its route says this much.</summary>
    public Admission Of(Admission routed) =>
        TurnsAway || (routed == Admission.Open && _setups.Exists(setup => setup.HasPolicy)) ? Admission.Guarded : routed;

    private bool TurnsAway
    {
        get
        {
            var used = new HashSet<string>(_setups.SelectMany(setup => setup.Used), StringComparer.Ordinal);
            return _setups.Exists(setup => setup.TurnsAway || setup.Refusing.Overlaps(used)) || used.Any(name => name.IndexOf("ApiKey", StringComparison.Ordinal) >= 0);
        }
    }

    private static Host HostOf(INamedTypeSymbol type)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (one.ContainingNamespace?.ToDisplayString() is not { } space)
                continue;

            if (space.StartsWith("System.Web", StringComparison.Ordinal))
                return Host.Elsewhere;

            if (space == "Microsoft.AspNetCore.SignalR" || one.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "BindServiceMethodAttribute"))
                return Host.Mapped;
        }

        return Host.Mvc;
    }

    private enum Host
    {
        /// <summary>Found by its type, guarded together with all others.</summary>
        Mvc,

        /// <summary>Mapped by its name.</summary>
        Mapped,

        /// <summary>Guarded by what no source says, such as <c>web.config</c>.</summary>
        Elsewhere,
    }
}
