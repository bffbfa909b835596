using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>Everything that is measured, in one run.</summary>
internal sealed class Suite
{
    public const string Compile = "compile";
    public const string FloorName = "floor";
    public const string Idle = "an idle analyzer";
    public const string Ours = "ours";

    public const int ColdFiles = 300;

    private readonly Options options;

    private readonly Inputs inputs = new();

    private readonly Contender ours = Contender.Ours();

    private readonly List<Contender> contenders = [Contender.Compile];

    private readonly Dictionary<string, int> findings = [];

    public Suite(Options options)
    {
        this.options = options;
        Code = CodeBase.Pipeline(options.Files, options.Seed, inputs);
        Plain = CodeBase.Plain(options.Files, options.Seed, inputs);
        Compiling = new(options.Rounds);
        Ranking = new(options.Rounds);
        Quiet = new(options.Rounds);
        Editing = new(options.Rounds);
        Growing = new(options.Rounds);
        Building = new(options.Rounds);
        Compiler.Run(Code, ours, out var actions);
        Kinds = Registrations.Of(actions!);
        Compiler.Run(Plain, ours, out var plainActions);
        PlainKinds = Registrations.Of(plainActions!);
    }

    public CodeBase Code { get; }

    public CodeBase Plain { get; }

    public Registrations Kinds { get; }

    public Registrations PlainKinds { get; }

    public Rounds Compiling { get; }

    public Rounds Ranking { get; }

    public Rounds Quiet { get; }

    public Rounds Editing { get; }

    public Rounds Growing { get; }

    public Rounds Building { get; }

    public IReadOnlyList<string> Peers { get; private set; } = [];

    public IReadOnlyList<string> Rules { get; private set; } = [];

    public List<string> Notes { get; } = [];

    /// <summary>A quarter, a half and the whole of the code base: 1x, 2x and 4x.</summary>
    public int FilesAt(int times) => Math.Max(1, options.Files / 4) * times;

    public string Findings(string contender) => findings.TryGetValue(contender, out var count) ? $"{count:N0}" : "";

    public void Run()
    {
        Gather();
        Warm();
        MeasureCompile();
        MeasureRules();
        MeasurePlain();
        MeasureEdit();
        MeasureGrowth();
        MeasureCold();
    }

    private void Gather()
    {
        if (options.Wants("floor"))
            contenders.Add(new(FloorName, [new Floor(Kinds)]));
        if (options.Wants("ours"))
            contenders.Add(ours);
        if (options.Wants("peers"))
        {
            foreach (var peer in inputs.Peers)
                Try(peer);
        }

        Peers = contenders.Select(one => one.Name).Except([Compile, FloorName, Ours]).ToList();
    }

    private void Try(PeerPackage peer)
    {
        try
        {
            contenders.Add(peer.Load());
        }
        catch (Exception problem) when (problem is InvalidOperationException or IOException or BadImageFormatException)
        {
            Notes.Add($"{peer.Name} {peer.Release} is not in the table: {problem.Message}");
        }
    }

    // Everything is compiled by the JIT before anything is measured; a crash of ours is found here as well.
    private void Warm()
    {
        var small = CodeBase.Pipeline(Math.Min(options.Files, 100), options.Seed, inputs);
        foreach (var contender in contenders.Concat(contenders))
        {
            var reported = Compiler.Run(small, contender);
            if (reported.Count(one => one.Id == "AD0001") is > 0 and var crashes)
                Crashed(contender, crashes, reported);
        }
    }

    private void Crashed(Contender contender, int crashes, ImmutableArray<Diagnostic> reported)
    {
        if (contender == ours)
            throw new InvalidOperationException(reported.First(one => one.Id == "AD0001").GetMessage());
        var note = $"{contender.Name}: analyzers threw in the generated code {crashes} times (AD0001).";
        if (!Notes.Contains(note))
            Notes.Add(note);
    }

    private void MeasureCompile()
    {
        foreach (var contender in contenders)
            Compiling.Add(contender.Name, () => findings[contender.Name] = Compiler.Run(Code, contender).Length);
        Compiling.Run();
    }

    // A quarter of the code is enough to rank them, and leaves time for the peers.
    private void MeasureRules()
    {
        if (!options.Wants("rules"))
            return;
        var code = CodeBase.Pipeline(FilesAt(1), options.Seed, inputs);
        var rules = Contender.OursOneByOne().ToList();
        Rules = rules.ConvertAll(rule => rule.Name);
        foreach (var contender in rules.Prepend(new(FloorName, [new Floor(Kinds)])).Prepend(Contender.Compile).Append(ours))
            Ranking.Add(contender.Name, () => findings["rules " + contender.Name] = Compiler.Run(code, contender).Length);
        Ranking.Run();
    }

    private void MeasurePlain()
    {
        if (!options.Wants("plain"))
            return;
        foreach (var contender in new[] { Contender.Compile, new(Idle, [new Floor(Registrations.None)]), ours })
            Quiet.Add(contender.Name, () => findings["plain " + contender.Name] = Compiler.Run(Plain, contender).Length);
        Quiet.Run();
    }

    private void MeasureEdit()
    {
        if (!options.Wants("edit"))
            return;
        var code = CodeBase.Pipeline(Edits.Files, options.Seed, inputs);
        foreach (var contender in contenders)
        {
            var edits = new Edits(code, contender);
            edits.Measure();
            Editing.Add(contender.Name, edits.Measure);
        }

        Editing.Run();
    }

    private void MeasureGrowth()
    {
        if (!options.Wants("scaling"))
            return;
        foreach (var times in new[] { 1, 2, 4 })
        {
            var code = CodeBase.Pipeline(FilesAt(times), options.Seed, inputs);
            foreach (var contender in new[] { Contender.Compile, ours })
                Growing.Add($"{contender.Name} {times}x", () => Compiler.Run(code, contender));
        }

        Growing.Run();
    }

    private void MeasureCold()
    {
        if (!options.Wants("cold") || !Cold.IsPossible)
            return;
        using var cold = new Cold(CodeBase.Pipeline(ColdFiles, options.Seed, inputs), inputs.Compiler);
        var version = AssemblyName.GetAssemblyName(Path.Combine(Path.GetDirectoryName(inputs.Compiler)!, "Microsoft.CodeAnalysis.dll")).Version!;
        Building.Add(Compile, () => cold.Compile([], ""));
        Building.Add(Ours, () => cold.Compile([typeof(Engine.PipelineRule).Assembly.Location], ""));
        foreach (var peer in inputs.Peers.Where(peer => Peers.Contains(peer.Name)))
            Building.Add(peer.Name, () => cold.Compile(peer.Files(version), peer.ConfigPath));
        Building.Run();
    }
}
