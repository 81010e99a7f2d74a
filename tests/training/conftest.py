import pytest

N = 40


def as_written(network):
    """A fresh network of that class with weights as they are written, in half precision."""
    torch = pytest.importorskip("torch")
    torch.manual_seed(1)
    fresh = network().eval()
    with torch.no_grad():
        for value in fresh.parameters():
            value.add_(torch.randn_like(value) * 0.1)
            value.copy_(value.half())
    return fresh


@pytest.fixture
def article():
    """Forty words with two that tell of one happening."""
    torch = pytest.importorskip("torch")
    from training.encoder import WIDTH
    from training.teller import STATES, Article

    generator = torch.Generator().manual_seed(3)
    nouns = torch.arange(N) % 3 == 0
    return Article(
        states=torch.randn(N, STATES * WIDTH, generator=generator),
        given=torch.stack(
            [1 / (1 + torch.arange(N) // 2), (torch.arange(N) // 2).clamp(max=20) / 20, ~nouns, nouns], 1
        ),
        sentences=torch.arange(N) // 2,
        kinds=torch.zeros(N, dtype=torch.long).index_fill(0, torch.tensor([4, 7]), 5),
        named=torch.zeros(N).index_fill(0, torch.tensor([4]), 1),
        kind_weights=torch.ones(N),
        named_weights=torch.ones(N),
        told=torch.tensor([4, 7]),
        of=(0, 0),
        statuses=torch.tensor([0, 0]),
        places=[[9]],
        agents=[[[3, 30]]],
        targets=[[]],
        nominal=torch.nonzero(nouns)[:, 0],
        spots=torch.tensor([9, 12]),
        figures=[(10, 0), (11, None)],
    )
