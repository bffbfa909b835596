namespace Undercurrent.Analyzers.Benchmarks;

/// <summary>What a piece of work took: processor time of the whole process, collector included, and bytes allocated.</summary>
internal readonly record struct Cost(double Seconds, double Megabytes)
{
    public static Cost Of(Action work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var (bytes, time) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        work();
        return new((Environment.CpuUsage.TotalTime - time).TotalSeconds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1e6);
    }

    public static Cost operator -(Cost one, Cost other) => new(one.Seconds - other.Seconds, one.Megabytes - other.Megabytes);

    public static Cost Least(IEnumerable<Cost> costs) => costs.Aggregate((one, other) => new(Math.Min(one.Seconds, other.Seconds), Math.Min(one.Megabytes, other.Megabytes)));
}

/// <summary>Works measured in turns, so that what else the machine does at a time falls on all of them alike.</summary>
internal sealed class Rounds(int count)
{
    private readonly List<(string Name, Func<Cost> Measure)> works = [];

    private readonly Dictionary<string, List<Cost>> costs = [];

    public void Add(string name, Action work) => Add(name, () => Cost.Of(work));

    public void Add(string name, Func<Cost> measure)
    {
        works.Add((name, measure));
        costs.Add(name, []);
    }

    public void Run()
    {
        for (var round = 1; round <= count; round++)
        {
            foreach (var (name, measure) in works)
            {
                var cost = measure();
                costs[name].Add(cost);
                Console.Error.WriteLine($"  round {round}/{count}  {name,-36} {cost.Seconds,8:N3} s {cost.Megabytes,9:N0} MB");
            }
        }
    }

    public bool Measured(string name) => costs.ContainsKey(name);

    public Cost Least(string name) => Cost.Least(costs[name]);

    /// <summary>How far the middle round lies above the least one: the noise the figures carry.</summary>
    public double Noise(string name) => costs[name].Select(cost => cost.Seconds).Order().ElementAt(costs[name].Count / 2) / Least(name).Seconds - 1;
}
