"""Writes a CLIP ViT-B/32 with random weights in Hugging Face layout, for measuring speed without a download.

  python zsl-bench/scripts/make_clip.py FOLDER

with torch, transformers and onnx installed. The network is the size of openai/clip-vit-base-patch32 and as slow; its
answers mean nothing. The tokenizer is the real one, from the test data of zsl-testkit.
"""
import json, os, shutil, sys
import torch
from transformers import CLIPConfig, CLIPModel

GOLDEN = 'zsl-testkit/src/main/resources/io/github/zsl4j/golden/'


class Vision(torch.nn.Module):
    def __init__(self, m): super().__init__(); self.m = m
    def forward(self, pixel_values): return self.m.visual_projection(self.m.vision_model(pixel_values).pooler_output)


class Text(torch.nn.Module):
    def __init__(self, m): super().__init__(); self.m = m
    def forward(self, input_ids): return self.m.text_projection(self.m.text_model(input_ids).pooler_output)


class Both(torch.nn.Module):
    def __init__(self, m): super().__init__(); self.m = m
    def forward(self, input_ids, pixel_values, attention_mask):
        o = self.m(input_ids=input_ids, pixel_values=pixel_values, attention_mask=attention_mask)
        return o.logits_per_image, o.logits_per_text, o.text_embeds, o.image_embeds


class ForDjl(torch.nn.Module):
    def __init__(self, m): super().__init__(); self.m = m
    def forward(self, input_ids, attention_mask, pixel_values):
        return {'logits_per_image': self.m(input_ids=input_ids, pixel_values=pixel_values, attention_mask=attention_mask).logits_per_image}


def main(folder):
    os.makedirs(folder + '/onnx', exist_ok=True); torch.manual_seed(1)
    config = CLIPConfig(logit_scale_init_value=4.6052)
    config.text_config.bos_token_id, config.text_config.eos_token_id, config.text_config.pad_token_id = 49406, 49407, 49407
    m = CLIPModel._from_config(config, attn_implementation='eager').eval()
    m.save_pretrained(folder)
    ids = torch.full((2, 77), 49407); ids[:, 0] = 49406; ids[:, 1:4] = 320; px = torch.zeros(2, 3, 224, 224); mask = torch.ones_like(ids)
    text = {0: 'text_batch_size', 1: 'sequence_length'}; image = {0: 'image_batch_size'}
    export = lambda net, args, name, inputs, outputs, axes: torch.onnx.export(net, args, folder + '/onnx/' + name,
        input_names=inputs, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False)
    with torch.no_grad():
        export(Vision(m), (px,), 'vision_model.onnx', ['pixel_values'], ['image_embeds'], {'pixel_values': image, 'image_embeds': image})
        export(Text(m), (ids,), 'text_model.onnx', ['input_ids'], ['text_embeds'], {'input_ids': text, 'text_embeds': {0: 'text_batch_size'}})
        export(Both(m), (ids, px, mask), 'model.onnx', ['input_ids', 'pixel_values', 'attention_mask'],
               ['logits_per_image', 'logits_per_text', 'text_embeds', 'image_embeds'],
               {'input_ids': text, 'pixel_values': image, 'attention_mask': text, 'text_embeds': {0: 'text_batch_size'}, 'image_embeds': image,
                'logits_per_image': {0: 'image_batch_size', 1: 'text_batch_size'}, 'logits_per_text': {0: 'text_batch_size', 1: 'image_batch_size'}})
        torch.jit.trace(Vision(m), (px,), check_trace=False).save(folder + '/vision_model.pt')
        torch.jit.trace(Text(m), (ids,), check_trace=False).save(folder + '/text_model.pt')
        # What DJL's own translator wants: ids, mask and pixels in this order, and a dictionary in return.
        os.makedirs(folder + '/djl', exist_ok=True)
        torch.jit.trace(ForDjl(m), (ids, mask, px[:1]), strict=False, check_trace=False).save(folder + '/djl/model.pt')
    for to in (folder, folder + '/djl'): shutil.copy(GOLDEN + 'tokenizers/clip-vitb32/tokenizer.json', to)
    for f in ('tokenizer_config.json', 'special_tokens_map.json'): shutil.copy(GOLDEN + 'tiny-clip/' + f, folder)
    pre = json.load(open(GOLDEN + 'tiny-clip/preprocessor_config.json')); pre['size'] = {'shortest_edge': 224}; pre['crop_size'] = {'height': 224, 'width': 224}
    json.dump(pre, open(folder + '/preprocessor_config.json', 'w'), indent=1)


if __name__ == '__main__':
    main(sys.argv[1])
