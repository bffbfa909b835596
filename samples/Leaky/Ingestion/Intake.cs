using System.Threading.Channels;

namespace Leaky.Ingestion;

/// <summary>Orders as they are shouted across the counter: a number and nothing else.</summary>
internal sealed class Intake
{
    private readonly Channel<int> quantities = Channel.CreateBounded<int>(100);

    public ChannelReader<int> Quantities => quantities.Reader;

    public void Take(string line)
    {
        int.TryParse(line, out var quantity); // UC2013
        quantities.Writer.TryWrite(quantity); // UC2013
    }
}
